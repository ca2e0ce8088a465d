package org.gridward.geometry;

/** One owner of a face: a grid of a layer, by their codes. */
public record Owner(String layer, String code) {}
