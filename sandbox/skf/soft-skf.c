/*
 * A small SKF library (GM/T 0016) for tests: one device, one application, one container. It holds no key: every
 * question goes through a local socket to a practice card (soft-token.ts), so that signatures are real and the PIN
 * tries outlive this library. Built with SKF_ULONG of 4 and of 8 bytes, as vendors do; structures are packed.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#ifndef SKF_ULONG
#define SKF_ULONG uint32_t
#endif
typedef SKF_ULONG ULONG;
typedef int BOOL;
typedef uint8_t BYTE;
typedef void *HANDLE;

#define SAR_OK 0x00000000u
#define SAR_FAIL 0x0A000001u
#define SAR_INVALIDHANDLEERR 0x0A000005u
#define SAR_INVALIDPARAMERR 0x0A000006u
#define SAR_INDATALENERR 0x0A000010u
#define SAR_BUFFER_TOO_SMALL 0x0A000020u
#define SAR_APPLICATION_NOT_EXISTS 0x0A00002Eu

#pragma pack(push, 1)
typedef struct { BYTE major, minor; } VERSION;
typedef struct {
  VERSION Version;
  char Manufacturer[64], Issuer[64], Label[32], SerialNumber[32];
  VERSION HWVersion, FirmwareVersion;
  ULONG AlgSymCap, AlgAsymCap, AlgHashCap, DevAuthAlgId, TotalSpace, FreeSpace, MaxECCBufferSize, MaxBufferSize;
  BYTE Reserved[64];
} DEVINFO;
typedef struct { ULONG BitLen; BYTE X[64], Y[64]; } ECCPUBLICKEYBLOB;
typedef struct { BYTE r[64], s[64]; } ECCSIGNATUREBLOB;
typedef struct { ULONG AlgID, BitLen; BYTE Modulus[256], PublicExponent[4]; } RSAPUBLICKEYBLOB;
#pragma pack(pop)

#define DEVICE ((HANDLE)(uintptr_t)0x11)
#define APPLICATION ((HANDLE)(uintptr_t)0x22)
#define CONTAINER ((HANDLE)(uintptr_t)0x33)

/* Answer of the card: a code, then up to two fields of bytes. */
typedef struct { ULONG code; BYTE field[2][4096]; size_t length[2]; } Answer;

static char *put_hex(char *at, const BYTE *bytes, size_t length) {
  *at++ = ' ';
  for (size_t i = 0; i < length; i++) at += sprintf(at, "%02x", bytes[i]);
  return at;
}

static void read_answer(char *text, Answer *answer) {
  char *rest = NULL, *word = strtok_r(text, " \n", &rest);
  answer->code = word ? (ULONG)strtoul(word, NULL, 16) : SAR_FAIL;
  for (int i = 0; i < 2 && (word = strtok_r(NULL, " \n", &rest)); i++) {
    size_t count = strlen(word) / 2;
    if (count > sizeof answer->field[i]) count = sizeof answer->field[i];
    for (size_t at = 0; at < count; at++) {
      unsigned value = 0;
      if (sscanf(word + 2 * at, "%2x", &value) != 1) value = 0;
      answer->field[i][at] = (BYTE)value;
    }
    answer->length[i] = count;
  }
}

/* One line there, one line back. Waits as long as the card likes. */
static ULONG ask(const char *what, const BYTE *a, size_t a_length, const BYTE *b, size_t b_length, Answer *answer) {
  memset(answer, 0, sizeof *answer);
  char line[2200], reply[20000];
  const char *path = getenv("SOFT_SKF_SOCKET");
  if (!path || a_length + b_length > 1000) return SAR_INVALIDPARAMERR;
  char *end = line + sprintf(line, "%s", what);
  if (a) end = put_hex(end, a, a_length);
  if (b) end = put_hex(end, b, b_length);
  *end++ = '\n';
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  snprintf(address.sun_path, sizeof address.sun_path, "%s", path);
  int file = socket(AF_UNIX, SOCK_STREAM, 0);
  size_t got = 0;
  if (file >= 0 && connect(file, (struct sockaddr *)&address, sizeof address) == 0 &&
      write(file, line, (size_t)(end - line)) == end - line) {
    ssize_t part;
    while (got < sizeof reply - 1 && (part = read(file, reply + got, sizeof reply - 1 - got)) > 0) got += (size_t)part;
  }
  if (file >= 0) close(file);
  memset(line, 0, sizeof line);
  reply[got] = 0;
  read_answer(reply, answer);
  return answer->code;
}

static ULONG put_bytes(const BYTE *bytes, size_t length, BYTE *out, ULONG *size) {
  ULONG room = *size;
  *size = (ULONG)length;
  if (!out) return SAR_OK;
  if (room < length) return SAR_BUFFER_TOO_SMALL;
  memcpy(out, bytes, length);
  return SAR_OK;
}

/* A list of one name or none, with two zeros at its end. */
static ULONG put_name(const BYTE *name, size_t length, BYTE *out, ULONG *size) {
  BYTE list[4098] = {0};
  memcpy(list, name, length);
  return put_bytes(list, length ? length + 2 : 1, out, size);
}

ULONG SKF_EnumDev(BOOL present, BYTE *names, ULONG *size) {
  (void)present;
  Answer answer;
  ULONG code = ask("devices", NULL, 0, NULL, 0, &answer);
  return code == SAR_OK ? put_name(answer.field[0], answer.length[0], names, size) : code;
}

ULONG SKF_ConnectDev(char *name, HANDLE *device) {
  Answer answer;
  ULONG code = ask("connect", (BYTE *)name, strlen(name), NULL, 0, &answer);
  if (code == SAR_OK) *device = DEVICE;
  return code;
}

ULONG SKF_DisConnectDev(HANDLE device) {
  Answer answer;
  return device == DEVICE ? ask("disconnect", NULL, 0, NULL, 0, &answer) : SAR_INVALIDHANDLEERR;
}

ULONG SKF_GetDevInfo(HANDLE device, DEVINFO *info) {
  if (device != DEVICE) return SAR_INVALIDHANDLEERR;
  Answer answer;
  ULONG code = ask("serial", NULL, 0, NULL, 0, &answer);
  if (code != SAR_OK) return code;
  memset(info, 0, sizeof *info);
  info->Version.major = 1;
  strcpy(info->Manufacturer, "Practice");
  memcpy(info->SerialNumber, answer.field[0], answer.length[0] < 32 ? answer.length[0] : 32);
  return SAR_OK;
}

ULONG SKF_EnumApplication(HANDLE device, BYTE *names, ULONG *size) {
  if (device != DEVICE) return SAR_INVALIDHANDLEERR;
  return put_name((const BYTE *)"YANLIAN", 7, names, size);
}

ULONG SKF_OpenApplication(HANDLE device, char *name, HANDLE *application) {
  if (device != DEVICE) return SAR_INVALIDHANDLEERR;
  if (strcmp(name, "YANLIAN") != 0) return SAR_APPLICATION_NOT_EXISTS;
  *application = APPLICATION;
  return SAR_OK;
}

ULONG SKF_CloseApplication(HANDLE application) { return application == APPLICATION ? SAR_OK : SAR_INVALIDHANDLEERR; }

ULONG SKF_EnumContainer(HANDLE application, BYTE *names, ULONG *size) {
  if (application != APPLICATION) return SAR_INVALIDHANDLEERR;
  return put_name((const BYTE *)"SIGN", 4, names, size);
}

ULONG SKF_OpenContainer(HANDLE application, char *name, HANDLE *container) {
  if (application != APPLICATION || strcmp(name, "SIGN") != 0) return SAR_INVALIDPARAMERR;
  *container = CONTAINER;
  return SAR_OK;
}

ULONG SKF_CloseContainer(HANDLE container) { return container == CONTAINER ? SAR_OK : SAR_INVALIDHANDLEERR; }

ULONG SKF_ExportCertificate(HANDLE container, BOOL sign, BYTE *certificate, ULONG *size) {
  if (container != CONTAINER || !sign) return SAR_INVALIDHANDLEERR;
  Answer answer;
  ULONG code = ask("certificate", NULL, 0, NULL, 0, &answer);
  return code == SAR_OK ? put_bytes(answer.field[0], answer.length[0], certificate, size) : code;
}

/* The card answers x and y, or modulus and exponent. */
ULONG SKF_ExportPublicKey(HANDLE container, BOOL sign, BYTE *blob, ULONG *size) {
  if (container != CONTAINER || !sign) return SAR_INVALIDHANDLEERR;
  Answer answer;
  ULONG code = ask("key", NULL, 0, NULL, 0, &answer);
  if (code != SAR_OK) return code;
  if (answer.length[1] == 32) {
    ECCPUBLICKEYBLOB key = {.BitLen = 256};
    memcpy(key.X + 32, answer.field[0], 32);
    memcpy(key.Y + 32, answer.field[1], 32);
    return put_bytes((BYTE *)&key, sizeof key, blob, size);
  }
  RSAPUBLICKEYBLOB key = {.AlgID = 0x00010000, .BitLen = (ULONG)answer.length[0] * 8};
  memcpy(key.Modulus + 256 - answer.length[0], answer.field[0], answer.length[0]);
  memcpy(key.PublicExponent + 4 - answer.length[1], answer.field[1], answer.length[1]);
  return put_bytes((BYTE *)&key, sizeof key, blob, size);
}

ULONG SKF_GetPINInfo(HANDLE application, ULONG type, ULONG *most, ULONG *left, BOOL *factory) {
  if (application != APPLICATION || type != 1) return SAR_INVALIDHANDLEERR;
  Answer answer;
  ULONG code = ask("tries", NULL, 0, NULL, 0, &answer);
  if (code != SAR_OK) return code;
  *most = answer.field[0][0];
  *left = answer.field[1][0];
  *factory = 0;
  return SAR_OK;
}

ULONG SKF_VerifyPIN(HANDLE application, ULONG type, char *pin, ULONG *left) {
  if (application != APPLICATION || type != 1) return SAR_INVALIDHANDLEERR;
  Answer answer;
  ULONG code = ask("verify", (BYTE *)pin, strlen(pin), NULL, 0, &answer);
  if (answer.length[0] == 1) *left = answer.field[0][0];
  return code;
}

ULONG SKF_ChangePIN(HANDLE application, ULONG type, char *old, char *next, ULONG *left) {
  if (application != APPLICATION || type != 1) return SAR_INVALIDHANDLEERR;
  Answer answer;
  ULONG code = ask("change", (BYTE *)old, strlen(old), (BYTE *)next, strlen(next), &answer);
  if (answer.length[0] == 1) *left = answer.field[0][0];
  return code;
}

ULONG SKF_ClearSecureState(HANDLE application) {
  Answer answer;
  return application == APPLICATION ? ask("clear", NULL, 0, NULL, 0, &answer) : SAR_INVALIDHANDLEERR;
}

ULONG SKF_ECCSignData(HANDLE container, BYTE *digest, ULONG length, ECCSIGNATUREBLOB *signature) {
  if (container != CONTAINER) return SAR_INVALIDHANDLEERR;
  if (length != 32) return SAR_INDATALENERR;
  Answer answer;
  ULONG code = ask("sign", digest, length, NULL, 0, &answer);
  if (code != SAR_OK) return code;
  memset(signature, 0, sizeof *signature);
  memcpy(signature->r + 32, answer.field[0], 32);
  memcpy(signature->s + 32, answer.field[0] + 32, 32);
  return SAR_OK;
}

ULONG SKF_RSASignData(HANDLE container, BYTE *data, ULONG length, BYTE *signature, ULONG *size) {
  if (container != CONTAINER) return SAR_INVALIDHANDLEERR;
  Answer answer;
  ULONG code = ask("sign", data, length, NULL, 0, &answer);
  return code == SAR_OK ? put_bytes(answer.field[0], answer.length[0], signature, size) : code;
}
