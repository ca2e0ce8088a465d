package org.gridward.grid;

import java.util.List;
import java.util.Optional;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The layers of grids: makes them and lists them, the widest first. */
@Component
public class Layers {

    private final JdbcClient jdbc;

    Layers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All layers, parents before children. */
    public List<Layer> list() {
        return jdbc.sql(Sql.of("grid/list_layers"))
                .query((row, number) -> new Layer(
                        row.getString("code"),
                        LayerKind.valueOf(row.getString("kind")),
                        Optional.ofNullable(row.getString("parent")),
                        row.getString("name_zh"),
                        row.getString("name_en")))
                .list();
    }

    public Optional<Layer> find(String code) {
        return list().stream().filter(layer -> layer.code().equals(code)).findFirst();
    }

    /** @throws Problem 404 naming the layer and those there are */
    public Layer get(String code) {
        return find(code).orElseThrow(() -> unknown(code, list()));
    }

    static Problem unknown(String code, List<Layer> known) {
        return Problem.notFound(
                "unknown-layer",
                "There is no layer '" + code + "'; there are "
                        + known.stream().map(Layer::code).toList() + ".");
    }

    /**
     * Makes the layer, or finds the one of that code.
     *
     * @throws Problem 422 for an unreadable code or unknown parent, 409 when a layer of that code has another kind or parent
     */
    @Transactional
    public Layer ensure(Layer wanted) {
        if (!wanted.code().matches("[a-z0-9][a-z0-9-]{0,62}")) {
            throw Problem.unprocessable(
                    "layer-code",
                    "'" + wanted.code() + "' is no code of a layer; use lower-case letters, digits and hyphens.");
        }
        wanted.parent().filter(code -> find(code).isEmpty()).ifPresent(code -> {
            throw Problem.unprocessable("unknown-parent", unknown(code, list()).detail())
                    .with("/parent", Fault.UNKNOWN, "no such layer");
        });
        jdbc.sql(Sql.of("grid/insert_layer"))
                .param("code", wanted.code())
                .param("kind", wanted.kind().name())
                .param("parent", wanted.parent().orElse(null))
                .param("name_zh", wanted.nameZh())
                .param("name_en", wanted.nameEn())
                .update();
        Layer stored = get(wanted.code());
        if (stored.kind() != wanted.kind() || !stored.parent().equals(wanted.parent())) {
            throw Problem.conflict(
                    "layer-exists",
                    "The layer '" + stored.code() + "' exists already as " + stored.kind() + " with parent "
                            + stored.parent().orElse("none") + "; choose another code.");
        }
        return stored;
    }
}
