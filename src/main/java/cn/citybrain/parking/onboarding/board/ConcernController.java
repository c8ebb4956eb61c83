package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.notification.UndeliveredMails;
import cn.citybrain.parking.onboarding.process.due.WorkingCalendar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/board/concerns}: lines for the supervisors about what no application is about. Nothing for anybody else. */
@RestController
class ConcernController {

    private final VisibleLots visible;
    private final UndeliveredMails mails;
    private final WorkingCalendar calendar;

    ConcernController(VisibleLots visible, UndeliveredMails mails, WorkingCalendar calendar) {
        this.visible = visible;
        this.mails = mails;
        this.calendar = calendar;
    }

    /**
     * @param title one line, Chinese
     * @param text what it means, Chinese
     * @param href where to deal with it
     * @param label of the way there, Chinese
     */
    record Concern(String title, String text, String href, String label) {}

    @GetMapping("/api/board/concerns")
    List<Concern> concerns() {
        return visible.actor().is(Role.OPS_SUPERVISOR)
                ? Stream.of(undelivered(), holidays()).flatMap(Optional::stream).toList()
                : List.of();
    }

    private Optional<Concern> undelivered() {
        long open = mails.count();
        return open == 0
                ? Optional.empty()
                : Optional.of(new Concern("有 " + open + " 封邮件没有送达", "收件人没有收到通知，请核对邮箱后重新发送。", "/mails", "查看未送达邮件"));
    }

    private Optional<Concern> holidays() {
        return calendar.lacking()
                .map(year -> new Concern(
                        year + " 年的节假日安排还没有登记",
                        "国务院办公厅一般在上一年 11 月公布。登记以前，只按法定节假日和周末计算期限，不知道调休。",
                        "/holidays",
                        "登记 " + year + " 年的安排"));
    }
}
