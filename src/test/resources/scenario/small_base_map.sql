-- A base map for the test town: a bay, a park, two streets, a block of houses, a name; and what it covers.
INSERT INTO mapdata.features (theme, class, rank, min_zoom, name_zh, name_en, geom) VALUES
('water', 'sea', 1, 0, '试验湾', 'Test Bay', 'SRID=4326;POLYGON((122.15 29.95,122.30 29.95,122.30 30.10,122.145 30.10,122.15 29.95))'),
('green', 'park', 2, 0, '试验公园', 'Test Park', 'SRID=4326;POLYGON((122.102 30.002,122.108 30.002,122.108 30.008,122.102 30.008,122.102 30.002))'),
('street', 'primary', 2, 0, '试验大道', 'Test Avenue', 'SRID=4326;LINESTRING(122.09 30.02,122.15 30.02)'),
('street', 'residential', 4, 0, '小路', 'Small Lane', 'SRID=4326;LINESTRING(122.12 29.99,122.12 30.05)'),
('building', 'residential', 2, 0, '', '', 'SRID=4326;POLYGON((122.112 30.022,122.113 30.022,122.113 30.0225,122.112 30.0225,122.112 30.022))'),
('place', 'town', 2, 0, '试验镇', 'Test Town', 'SRID=4326;POINT(122.12 30.03)');
INSERT INTO mapdata.extent (name_zh, name_en, synthetic, source, west, south, east, north)
VALUES ('试验镇', 'Test Town', true, 'made for tests', 122.0, 29.9, 122.4, 30.25);
