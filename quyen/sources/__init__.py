"""Files as received: hash, kind, text and readings. Every fact of the steps above points into one."""
