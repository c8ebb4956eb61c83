package cn.citybrain.parking.onboarding.turn;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/turns}: whose turn it is for applications as a whole, in the words of the person who asks. */
@RestController
class TurnController {

    private static final int MOST = 100;

    private final CurrentUser user;
    private final Turns turns;

    TurnController(CurrentUser user, Turns turns) {
        this.user = user;
        this.turns = turns;
    }

    record Refused(String message) {}

    /** @param applications numbers; what the person may not see is not in the answer */
    @GetMapping("/api/turns")
    ResponseEntity<Object> turns(@RequestParam List<String> applications) {
        if (applications.isEmpty() || applications.size() > MOST) {
            return ResponseEntity.status(HttpStatus.CONFLICT).body(new Refused("一次请查询 1 至 " + MOST + " 份申请"));
        }
        Actor actor = user.current();
        Map<String, List<SeenTurn>> seen = turns.ofApplications(actor, turns.visible(actor, applications));
        return ResponseEntity.ok(seen);
    }
}
