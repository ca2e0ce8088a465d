package org.gridward.mapdata.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.gridward.platform.BinaryCopy;
import org.gridward.platform.Sql;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Component;

/** Writes the base map of the demo city and what it covers, within the caller's transaction. */
@Component
class FeatureStore {

    private static final String[] COLUMNS = {"theme", "class", "rank", "min_zoom", "name_zh", "name_en", "geom"};

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    FeatureStore(DataSource dataSource, JdbcClient jdbc) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
    }

    void load(DemoCity city) {
        copy(city.features());
        jdbc.sql(Sql.of("mapdata/insert_extent"))
                .param("name_zh", DemoCity.NAME_ZH)
                .param("name_en", DemoCity.NAME_EN)
                .param("source", city.source())
                .param("west", Plane.WEST)
                .param("south", Plane.SOUTH)
                .param("east", Plane.EAST)
                .param("north", Plane.NORTH)
                .update();
    }

    private void copy(List<Feature> features) {
        WKBWriter wkb = new WKBWriter(2, ByteOrderValues.BIG_ENDIAN, true);
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (BinaryCopy copy = BinaryCopy.into(connection, "mapdata.features", COLUMNS)) {
            for (Feature f : features) {
                Geometry g = f.geometry();
                g.setSRID(4326);
                copy.row()
                        .text(f.theme())
                        .text(f.kind())
                        .int4(f.rank())
                        .int4(minZoom(f))
                        .text(f.nameZh())
                        .text(f.nameEn())
                        .bytes(wkb.write(g));
            }
            copy.finish();
        } catch (SQLException failure) {
            throw new SQLStateSQLExceptionTranslator().translate("load base map", "COPY", failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** The first zoom whose tiles hold a feature: what is seldom or large comes first. */
    static int minZoom(Feature f) {
        return switch (f.kind()) {
            case "sea" -> 0;
            case "motorway" -> 7;
            case "primary", "river", "hill" -> 8;
            case "lake", "town" -> 9;
            case "secondary" -> 10;
            case "canal", "farmland" -> 11;
            case "residential" -> f.theme().equals("street") ? 12 : 14;
            case "park" -> 12;
            case "industrial" -> f.theme().equals("building") ? 14 : 12;
            case "lane", "community" -> 13;
            case "house" -> 15;
            default -> 14;
        };
    }
}
