package org.gridward.mapdata.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;

/** Opens the shops: along busy streets, in the clusters of the showcase street block, around the showcase estate. */
final class ShopMaker {
    private static final String[] TRADES = {"便利店", "面馆", "理发店", "药房", "水果店", "早餐店", "五金店", "洗衣店", "烧烤店", "快递站"};
    private static final String[] TRADES_EN = {
        "Corner Shop",
        "Noodle House",
        "Barber",
        "Pharmacy",
        "Fruit Shop",
        "Breakfast Shop",
        "Hardware",
        "Laundry",
        "Barbecue",
        "Parcel Station"
    };

    final List<PlaceDrawing> shops = new ArrayList<>();
    private final Townscape city;
    private final Streets streets;
    private final FreeLayers free;
    private final Index index;
    private final Set<Integer> showFaces;
    private final SplittableRandom chance;

    ShopMaker(
            Townscape city,
            Streets streets,
            FreeLayers free,
            Index index,
            Set<Integer> showFaces,
            SplittableRandom chance) {
        this.city = city;
        this.streets = streets;
        this.free = free;
        this.index = index;
        this.showFaces = showFaces;
        this.chance = chance;
        streetShops();
        clusterShops();
        estateShops();
    }

    private double density(Frontage f) {
        Coordinate c = f.at(f.length / 2, 0);
        return city.terrain.density(c.x, c.y);
    }

    private void shop(Coordinate at, String street, int number, String cluster) {
        int n = shops.size() + 1;
        int t = chance.nextInt(TRADES.length);
        String address = street.isEmpty() ? "" : street + number + "号";
        Map<String, Object> a = new LinkedHashMap<>();
        if (!street.isEmpty()) {
            a.put("address", address);
            a.put("street", street);
            a.put("number", String.valueOf(number));
        }
        if (cluster != null) {
            a.put("cluster", cluster);
        }
        a.put(
                "businessType",
                TRADES_EN[t].equals("Noodle House") || TRADES_EN[t].equals("Barbecue") ? "catering" : "retail");
        shops.add(new PlaceDrawing(
                String.format("SH%05d", n),
                "shop",
                TRADES[t] + String.format("%04d", n),
                TRADES_EN[t] + String.format(" %04d", n),
                Plane.lon(at.x),
                Plane.lat(at.y),
                a));
    }

    private void streetShops() {
        for (Streets.Street s : streets.streets) {
            int odd = -1;
            int even = 0;
            for (Fabric.Edge e : s.edges()) {
                Frontage f = new Frontage(e);
                double busy = density(f) / 150;
                if (s.rank() == 1 || busy < 0.12 || s.rank() == 6 && busy < 0.5) {
                    continue;
                }
                double offset = s.rank() == 2 ? 19 : s.rank() == 4 ? 13 : 9;
                for (double d = 12; d < f.length - 8; d += 22) {
                    boolean left = chance.nextBoolean();
                    int number = left ? (odd += 2) : (even += 2);
                    Coordinate at = f.at(d, left ? offset : -offset);
                    int face = index.face(at);
                    if (chance.nextDouble() < busy * (s.rank() == 6 ? 0.1 : 0.34)
                            && face >= 0
                            && !city.water[face]
                            && !showFaces.contains(face)
                            && !free.showBlock.contains(face)) {
                        shop(at, s.name().zh(), number, null);
                    }
                }
            }
        }
    }

    /** The shops of the showcase block stand on both sides of their stretch, two deep, and nowhere else in the block. */
    private void clusterShops() {
        for (int c = 0; c < FreeLayers.CLUSTERS.length; c++) {
            Frontage f = free.segmentFronts.get(c);
            int slots = (FreeLayers.CLUSTERS[c] + 3) / 4;
            double pitch = (f.length - 6) / slots;
            for (int i = 0; i < FreeLayers.CLUSTERS[c]; i++) {
                double left = new double[] {9, -9, 15, -15}[i % 4];
                shop(
                        f.at(3 + (i / 4 + 0.5) * pitch, left),
                        free.segments.get(c).nameZh(),
                        i + 1,
                        free.segments.get(c).code());
            }
        }
    }

    private void estateShops() {
        int made = 0;
        List<Frontage> fronts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Streets.Street s : streets.streets) {
            for (Fabric.Edge e : s.edges()) {
                Frontage f = new Frontage(e);
                if (f.length > 50 && (inside(f, 9) || inside(f, -9)) && s.rank() > 1) {
                    fronts.add(f);
                    names.add(s.name().zh());
                }
            }
        }
        for (int round = 0; made < Showcase.SHOPS; round++) {
            for (int i = 0; i < fronts.size() && made < Showcase.SHOPS; i++) {
                Frontage f = fronts.get(i);
                double side = inside(f, 9) ? 9 : -9;
                Coordinate at = f.at(14 + round * 11 % Math.max(12, f.length - 28), side);
                int face = index.face(at);
                if (face >= 0 && showFaces.contains(face)) {
                    made++;
                    shop(at, names.get(i), 2 * made, null);
                }
            }
        }
    }

    private boolean inside(Frontage f, double left) {
        int face = index.face(f.at(f.length / 2, left));
        return face >= 0 && showFaces.contains(face);
    }
}
