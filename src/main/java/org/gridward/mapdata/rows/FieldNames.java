package org.gridward.mapdata.rows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gridward.platform.Problem;

/**
 * Which column of a file holds which field: as the user says with {@code --map column=field}, else by the usual names,
 * upper and lower case alike. {@code column=attr:name} keeps a column as the attribute {@code name}.
 */
public final class FieldNames {

    /** The usual column names of a field, the best first. */
    public static final Map<String, List<String>> USUAL = Map.ofEntries(
            Map.entry(
                    "number",
                    List.of("number", "case number", "case_number", "编号", "案件编号", "工单编号", "工单号", "诉求编号", "受理编号")),
            Map.entry("category", List.of("category", "primary type", "primary_type", "类别", "问题类型", "诉求类型", "诉求类别")),
            Map.entry("description", List.of("description", "描述", "问题描述", "诉求内容", "工单内容", "反映内容", "内容")),
            Map.entry(
                    "occurred_at",
                    List.of(
                            "occurred_at",
                            "occurredat",
                            "time",
                            "datetime",
                            "发生时间",
                            "上报时间",
                            "受理时间",
                            "来电时间",
                            "诉求时间",
                            "date",
                            "日期")),
            Map.entry("occurred_date", List.of("occurred_date")),
            Map.entry("occurred_hour", List.of("occurred_hour", "hour", "小时")),
            Map.entry("lon", List.of("lon", "lng", "long", "longitude", "经度")),
            Map.entry("lat", List.of("lat", "latitude", "纬度")),
            Map.entry("x", List.of("x", "x coordinate", "x_coordinate", "x_coord", "x坐标")),
            Map.entry("y", List.of("y", "y coordinate", "y_coordinate", "y_coord", "y坐标")),
            Map.entry("address", List.of("address", "地址", "诉求地址", "事发地址", "事发地点", "地点")),
            Map.entry("reporter_name", List.of("reporter_name", "来电人", "诉求人", "反映人", "姓名")),
            Map.entry("phone", List.of("phone", "联系电话", "来电号码", "电话")),
            Map.entry("channel", List.of("channel", "来源", "渠道")),
            Map.entry("state", List.of("state")),
            Map.entry("closed_at", List.of("closed_at", "closedat", "结案时间")),
            Map.entry("code", List.of("code", "编码", "代码")),
            Map.entry("kind", List.of("kind")),
            Map.entry("name", List.of("name", "名称", "store name")),
            Map.entry("name_zh", List.of("name_zh", "namezh")),
            Map.entry("name_en", List.of("name_en", "nameen")),
            Map.entry("unit", List.of("unit", "unit_code", "巡逻组")),
            Map.entry("t", List.of("t", "time", "timestamp", "unixtime", "时间")),
            Map.entry("accuracy_meters", List.of("accuracy_meters", "accuracymeters", "accuracy")),
            Map.entry("speed_mps", List.of("speed_mps", "speedmeterspersecond", "speed")));

    private static final String ATTRIBUTE = "attr:";

    private final Map<String, String> columnOf;
    private final Map<String, String> attributeOf;
    private final Collection<String> present;

    private FieldNames(Map<String, String> columnOf, Map<String, String> attributeOf, Collection<String> present) {
        this.columnOf = columnOf;
        this.attributeOf = attributeOf;
        this.present = present;
    }

    /**
     * Settles the names for one file.
     *
     * @param present the columns that the file has
     * @param said column to field, as the user wrote it
     * @param fields the fields that this kind of import knows
     * @throws Problem 400 when a column named by the user is missing (those present are listed), or a field is unknown
     */
    public static FieldNames of(Collection<String> present, Map<String, String> said, List<String> fields) {
        Map<String, String> columnOf = new LinkedHashMap<>();
        Map<String, String> attributeOf = new LinkedHashMap<>();
        said.forEach((column, field) -> {
            String found = find(present, column).orElseThrow(() -> missing(column, present));
            if (field.startsWith(ATTRIBUTE)) {
                attributeOf.put(found, field.substring(ATTRIBUTE.length()));
            } else if (fields.contains(field)) {
                columnOf.put(field, found);
            } else {
                throw Problem.unreadable(
                        "unknown-field",
                        "--map " + column + "=" + field + ": there is no field '" + field + "'; fields are " + fields
                                + ", and attr:NAME keeps a column as an attribute.");
            }
        });
        for (String field : fields) {
            for (String usual : USUAL.getOrDefault(field, List.of(field))) {
                Optional<String> found = find(present, usual);
                if (found.isPresent() && !columnOf.containsKey(field) && !attributeOf.containsKey(found.get())) {
                    columnOf.put(field, found.get());
                }
            }
        }
        return new FieldNames(columnOf, attributeOf, present);
    }

    private static Optional<String> find(Collection<String> present, String wanted) {
        String plain = wanted.strip().toLowerCase(Locale.ROOT);
        return present.stream()
                .filter(column -> column.equals(wanted))
                .findFirst()
                .or(() -> present.stream()
                        .filter(column ->
                                column.strip().toLowerCase(Locale.ROOT).equals(plain))
                        .findFirst());
    }

    private static Problem missing(String column, Collection<String> present) {
        return Problem.unreadable(
                "missing-column",
                "The file has no column '" + column + "'; its columns are " + new ArrayList<>(present) + ".");
    }

    /** The column that holds a field. */
    public Optional<String> column(String field) {
        return Optional.ofNullable(columnOf.get(field));
    }

    public boolean has(String field) {
        return columnOf.containsKey(field);
    }

    /** @throws Problem 400 when no column holds the field: named, with those present */
    public void require(String field) {
        if (!has(field)) {
            throw Problem.unreadable(
                    "missing-column",
                    "No column holds the field '" + field + "' (looked for " + USUAL.getOrDefault(field, List.of(field))
                            + "); the columns are " + new ArrayList<>(present) + ". Name it with --map column=" + field
                            + ".");
        }
    }

    /** The columns to be kept as attributes, with the attribute's name. */
    public Map<String, String> attributes() {
        return attributeOf;
    }

    boolean holdsField(String column) {
        return columnOf.containsValue(column);
    }
}
