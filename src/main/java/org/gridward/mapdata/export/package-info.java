/** Writes features to files: GeoJSON and CSV. */
package org.gridward.mapdata.export;
