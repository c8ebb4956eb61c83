package cn.citybrain.parking.onboarding.figures.overview;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.figures.count.Scope;
import cn.citybrain.parking.onboarding.figures.overview.OverviewFigures.Counted;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** {@code /api/overview}: asked for again and again by open pages, so what has not changed is not sent twice. */
@RestController
class OverviewController {

    /** When the figures were counted: not in them, or no two would be the same. */
    static final String COUNTED_AT = "X-Counted-At";

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final OverviewFigures figures;
    private final CurrentUser user;
    private final ObjectMapper json;
    private final Clock clock;

    OverviewController(OverviewFigures figures, CurrentUser user, ObjectMapper json, Clock clock) {
        this.figures = figures;
        this.user = user;
        this.json = json;
        this.clock = clock;
    }

    /** @param days see {@link Period} */
    @GetMapping("/api/overview")
    ResponseEntity<byte[]> overview(@RequestParam(defaultValue = "90") String days, WebRequest request)
            throws JsonProcessingException {
        Counted<Overview> counted = figures.of(scope(), Period.of(days));
        byte[] body = json.writeValueAsBytes(counted.figures());
        String tag = "\"" + DigestUtils.md5DigestAsHex(body) + "\"";
        boolean known = request.checkNotModified(tag);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(tag)
                .header(COUNTED_AT, counted.at().toString());
        return known
                ? answer.build()
                : answer.contentType(MediaType.APPLICATION_JSON).body(body);
    }

    /** One of its tables as a file. @param table see {@link OverviewTable} */
    @GetMapping("/api/overview/{table}.csv")
    ResponseEntity<byte[]> csv(@PathVariable String table, @RequestParam(defaultValue = "90") String days) {
        Scope scope = scope();
        OverviewTable wanted = OverviewTable.of(table);
        Overview overview = figures.of(scope, Period.of(days)).figures();
        String name = wanted.title() + "-" + LocalDate.now(clock) + ".csv";
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(wanted.csv(overview, clock.getZone()));
    }

    private Scope scope() {
        Actor actor = user.current();
        if (!actor.seesEverything() && !actor.is(Role.LOT_OPERATOR) && !actor.is(Role.LOT_VENDOR)) {
            throw new NotTheirs();
        }
        return new Scope(actor.reach());
    }
}
