package org.gridward.evidence;

import java.time.Instant;

/** What is said of a photo that is sent: what for, and where and when it was taken (each may be null; lon and lat together). */
public record NewPhoto(Purpose purpose, Double lon, Double lat, Double accuracyMeters, Instant takenAt) {}
