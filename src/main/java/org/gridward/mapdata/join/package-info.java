/** Joins points with a layer in bulk and writes receipts. */
package org.gridward.mapdata.join;
