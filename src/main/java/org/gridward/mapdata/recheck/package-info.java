/** Checks joins once more by another way: the database's own join, never the kernel that made them. */
package org.gridward.mapdata.recheck;
