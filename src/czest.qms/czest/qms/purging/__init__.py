"""Making destroyed content really gone: from the database's files, the blobs, the caches and the lexicons.

A room that destroys content calls :func:`czest.qms.purging.record.request_purge` in the transaction of the destruction.
"""
