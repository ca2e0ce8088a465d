package org.gridward.notice.web;

import java.util.List;
import java.util.Map;
import org.gridward.notice.BoardNotice;
import org.gridward.notice.BoardNotices;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The broadcasts that a notice board shows to whoever scans it. */
@RestController
class BoardNoticeController {

    private final BoardNotices notices;

    BoardNoticeController(BoardNotices notices) {
        this.notices = notices;
    }

    @GetMapping("/api/v1/public/boards/{token}/notices")
    Map<String, List<BoardNotice>> list(@PathVariable String token) {
        return Map.of("items", notices.at(token));
    }
}
