"""The peer: Celery 5 on Redis. A no-op task appends (queued, begun, ended) to a file, 24 bytes; no result backend.

Tuned as a good engineer would: prefetch 64, no events, JSON. Redis keeps nothing on disk, while Tintype flushes every commit.
"""
import os
import struct
import time

from celery import Celery

app = Celery("peer", broker=os.environ["BENCH_REDIS"])
app.conf.update(
    task_ignore_result=True,
    worker_prefetch_multiplier=64,
    task_acks_late=False,
    worker_send_task_events=False,
    task_serializer="json",
    accept_content=["json"],
    broker_connection_retry_on_startup=True,
)
JOURNAL = os.environ["BENCH_JOURNAL"]
journal = None


@app.task
def noop(queued):
    global journal
    begun = time.time()
    if journal is None:
        journal = os.open(JOURNAL, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(journal, struct.pack("ddd", queued, begun, time.time()))
