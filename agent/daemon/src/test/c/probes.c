/*
 * The measure for the agent's TCP probes: the same connections as a C program makes them with epoll, and the server
 * that accepts them. Every connection leaves from the source port that the policy routes look at, and ends by a reset.
 *
 *   probes serve PORT PORTS                  accepts on so many ports from PORT on, until it is killed
 *   probes ask ADDRESS PORT PORTS SLOTS RATE SECONDS
 *                                            prints: <accepted> <failed> <CPU microseconds, user and system>
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { FIRST_SOURCE_PORT = 61000, PORTS_PER_SLOT = 40, EVENTS = 256 };

static void die(const char *what) {
  perror(what);
  exit(1);
}

static long long now_nanos(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static void watch(int epoll, int fd, unsigned events) {
  struct epoll_event event = {.events = events, .data.fd = fd};
  if (epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event) < 0) die("epoll_ctl");
}

static void listen_on(int epoll, int port) {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), one = 1;
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  if (bind(fd, (struct sockaddr *)&address, sizeof address) < 0) die("bind");
  if (listen(fd, 4096) < 0) die("listen");
  watch(epoll, fd, EPOLLIN);
}

static _Noreturn void serve(int first, int ports) {
  int epoll = epoll_create1(0);
  struct epoll_event ready[EVENTS];
  for (int i = 0; i < ports; i++) listen_on(epoll, first + i);
  puts("ready");
  fflush(stdout);
  for (;;) {
    int count = epoll_wait(epoll, ready, EVENTS, -1);
    for (int i = 0; i < count; i++)
      for (int peer; (peer = accept4(ready[i].data.fd, NULL, NULL, SOCK_NONBLOCK)) >= 0;) close(peer);
  }
}

/* Returns a socket on its way, or -1. */
static int ask_one(const struct sockaddr_in *target, int source_port) {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), one = 1;
  struct linger reset = {.l_onoff = 1, .l_linger = 0};
  struct sockaddr_in source = {.sin_family = AF_INET, .sin_port = htons(source_port)};
  setsockopt(fd, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
  setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  if (bind(fd, (struct sockaddr *)&source, sizeof source) == 0 &&
      (connect(fd, (const struct sockaddr *)target, sizeof *target) == 0 || errno == EINPROGRESS))
    return fd;
  close(fd);
  return -1;
}

static int accepted(int fd) {
  int error = 0;
  socklen_t length = sizeof error;
  getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &length);
  close(fd);
  return error == 0;
}

static void print_result(long good, long bad) {
  struct rusage used;
  getrusage(RUSAGE_SELF, &used);
  long long micros = (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000000LL + used.ru_utime.tv_usec + used.ru_stime.tv_usec;
  printf("%ld %ld %lld\n", good, bad, micros);
}

static int ask(const char *address, int first, int ports, int slots, long rate, long seconds) {
  int epoll = epoll_create1(0);
  struct epoll_event ready[EVENTS];
  struct sockaddr_in target = {.sin_family = AF_INET};
  long total = rate * seconds, sent = 0, good = 0, bad = 0;
  long long start = now_nanos();
  if (inet_pton(AF_INET, address, &target.sin_addr) != 1) die(address);
  while (good + bad < total) {
    long long due = (now_nanos() - start) * rate / 1000000000LL;
    for (; sent < total && sent <= due; sent++) {
      int slot = sent % slots, turn = sent / slots / ports % PORTS_PER_SLOT;
      target.sin_port = htons(first + sent / slots % ports);
      int fd = ask_one(&target, FIRST_SOURCE_PORT + slot * PORTS_PER_SLOT + turn);
      if (fd < 0) bad++;
      else watch(epoll, fd, EPOLLOUT | EPOLLONESHOT);
    }
    int count = epoll_wait(epoll, ready, EVENTS, 1);
    for (int i = 0; i < count; i++) accepted(ready[i].data.fd) ? good++ : bad++;
    if (now_nanos() - start > (seconds + 10) * 1000000000LL) bad += total - good - bad;
  }
  print_result(good, bad);
  return 0;
}

int main(int count, char **words) {
  if (count == 4 && strcmp(words[1], "serve") == 0) serve(atoi(words[2]), atoi(words[3]));
  if (count == 8 && strcmp(words[1], "ask") == 0)
    return ask(words[2], atoi(words[3]), atoi(words[4]), atoi(words[5]), atol(words[6]), atol(words[7]));
  fprintf(stderr, "usage: see the beginning of probes.c\n");
  return 2;
}
