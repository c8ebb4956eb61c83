package cn.citybrain.parking.onboarding.turn;

import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whose turn it is for applications, in the words of the person who asks. */
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

    /** Of applications as a whole. @param applications numbers; what the person may not see is not in the answer */
    @GetMapping("/api/turns")
    ResponseEntity<Object> turns(@RequestParam List<String> applications) {
        if (applications.isEmpty() || applications.size() > MOST) {
            return ResponseEntity.status(HttpStatus.CONFLICT).body(new Refused("一次请查询 1 至 " + MOST + " 份申请"));
        }
        return ResponseEntity.ok(turns.ofNumbers(user.current(), applications));
    }

    /** Of each of an application's lots; of none where the person may not see it. */
    @GetMapping("/api/turns/lots")
    Map<Long, List<SeenTurn>> lots(@RequestParam String application) {
        return turns.ofLotsOf(user.current(), application);
    }
}
