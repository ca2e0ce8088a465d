/** Reads files record by record: GeoJSON, CSV, Shapefile. Knows nothing of grids or incidents. */
package org.gridward.mapdata.files;
