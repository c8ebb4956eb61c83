package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.restore.Restore;
import cn.citybrain.parking.onboarding.restore.Restores;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/board/restore}: what the operating company should know of a restored backup; 204 when there is nothing. */
@RestController
class RestoreController {

    private final VisibleLots visible;
    private final Restores restores;

    RestoreController(VisibleLots visible, Restores restores) {
        this.visible = visible;
        this.restores = restores;
    }

    @GetMapping("/api/board/restore")
    ResponseEntity<Notice> notice() {
        Optional<Notice> notice = restores.latest()
                .filter(restore -> visible.actor().seesEverything() && !restore.finished())
                .map(RestoreController::of);
        return notice.map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private static Notice of(Restore restore) {
        String open = restore.openItems() < 0 ? "正在清点需要核对的事项" : "还有 " + restore.openItems() + " 项正在与渠道核对";
        return new Notice(
                "数据库已由备份还原，正在与渠道核对",
                restore.lostTime() + " 之间的记录已丢失。" + open
                        + "：先向渠道查询，确认渠道没有以后才发出扣款、退款和申请。核对自动进行，完成后本提示消失；需要您决定的事会成为任务或邮件。");
    }

    /** @param title one line @param text what it means, both in Chinese */
    record Notice(String title, String text) {}
}
