package org.gridward.place;

/** Where a lamp post, a notice board or an address is: the code and names of the place found, degrees of WGS 84. */
public record PlaceSpot(String code, String nameZh, String nameEn, double lon, double lat) {}
