/*
 * The same calls in C as the binding makes them: connect, transmit in a transaction, disconnect. Prints the median of
 * the round trips in microseconds. Usage: transmit <reader> <rounds>
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <winscard.h>

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return x < y ? -1 : x > y;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}

int main(int count, char **arguments) {
  if (count < 3) return 2;
  int rounds = atoi(arguments[2]);
  double *taken = malloc(rounds * sizeof *taken);
  SCARDCONTEXT context;
  SCARDHANDLE card;
  DWORD protocol;
  const unsigned char challenge[] = {0x00, 0x84, 0x00, 0x00, 0x08};
  if (!taken || SCardEstablishContext(SCARD_SCOPE_SYSTEM, NULL, NULL, &context) != SCARD_S_SUCCESS) return 1;
  if (SCardConnect(context, arguments[1], SCARD_SHARE_SHARED, SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &card, &protocol) !=
          SCARD_S_SUCCESS || SCardBeginTransaction(card) != SCARD_S_SUCCESS)
    return 1;
  for (int round = -100; round < rounds; round++) {
    unsigned char answer[258];
    DWORD length = sizeof answer;
    double start = now();
    if (SCardTransmit(card, SCARD_PCI_T1, challenge, sizeof challenge, NULL, answer, &length) != SCARD_S_SUCCESS) return 1;
    if (round >= 0) taken[round] = now() - start;
  }
  SCardEndTransaction(card, SCARD_LEAVE_CARD);
  SCardDisconnect(card, SCARD_RESET_CARD);
  SCardReleaseContext(context);
  qsort(taken, rounds, sizeof *taken, by_size);
  printf("%.3f\n", taken[rounds / 2]);
  return 0;
}
