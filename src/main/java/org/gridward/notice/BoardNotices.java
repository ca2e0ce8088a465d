package org.gridward.notice;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.gridward.board.Boards;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the public page of a notice board shows now. */
@Component
public class BoardNotices {

    private final Boards boards;
    private final JdbcClient jdbc;
    private final Clock clock;

    BoardNotices(Boards boards, JdbcClient jdbc, Clock clock) {
        this.boards = boards;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Problem 404 no board has this token */
    public List<BoardNotice> at(String token) {
        return jdbc.sql(Sql.of("notice/list_board_notices"))
                .param("board", boards.spot(token).code())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> new BoardNotice(
                        row.getString("state"),
                        row.getString("title_zh"),
                        row.getString("title_en"),
                        row.getString("text_zh"),
                        row.getString("text_en"),
                        Broadcasts.instant(row, "valid_from"),
                        Broadcasts.instant(row, "valid_until"),
                        Broadcasts.instant(row, "sent_at"),
                        Broadcasts.instant(row, "ended_at"),
                        row.getString("reason"),
                        row.getBoolean("correction"),
                        row.getBoolean("affected")))
                .list();
    }
}
