package cn.citybrain.parking.onboarding.masterdata.page;

import cn.citybrain.parking.onboarding.change.Change;
import cn.citybrain.parking.onboarding.change.ChangedField;
import cn.citybrain.parking.onboarding.masterdata.Faulty;
import cn.citybrain.parking.onboarding.masterdata.InTheWay;
import cn.citybrain.parking.onboarding.masterdata.NotKnown;
import cn.citybrain.parking.onboarding.masterdata.Obstacle;
import cn.citybrain.parking.onboarding.masterdata.Stale;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What goes wrong with master data, in Chinese: {@code {"message": …, "fields": {…}}}. */
@RestControllerAdvice(basePackageClasses = MasterdataErrors.class)
class MasterdataErrors {

    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int NAMED = 10;

    private final Histories histories;
    private final Clock clock;

    MasterdataErrors(Histories histories, Clock clock) {
        this.histories = histories;
        this.clock = clock;
    }

    /** @param obstacles what stands in the way; empty where nothing does */
    record Problem(String message, Map<String, String> fields, List<Obstacle> obstacles) {}

    @ExceptionHandler
    ResponseEntity<Problem> on(Faulty faulty) {
        return answer(HttpStatus.BAD_REQUEST, faulty.getMessage(), faulty.fields(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(NotKnown notKnown) {
        return answer(HttpStatus.NOT_FOUND, notKnown.getMessage(), Map.of(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(Keepers.NotYours notYours) {
        return answer(HttpStatus.FORBIDDEN, notYours.getMessage(), Map.of(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(InTheWay way) {
        String named = way.obstacles().stream()
                .limit(NAMED)
                .map(one -> one.kind() + "“" + one.name() + "”")
                .collect(Collectors.joining("、"));
        String more = way.obstacles().size() > NAMED ? " 等 " + way.obstacles().size() + " 项" : "";
        return answer(HttpStatus.CONFLICT, way.getMessage() + "：" + named + more, Map.of(), way.obstacles());
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(Stale stale) {
        Map<String, String> names = histories.names(stale.meanwhile());
        String told =
                stale.meanwhile().stream().map(change -> words(change, names)).collect(Collectors.joining("；"));
        return answer(
                HttpStatus.CONFLICT,
                stale.getMessage() + (told.isEmpty() ? "" : "。" + told) + "。请载入最新内容，核对后再改",
                Map.of(),
                List.of());
    }

    private String words(Change change, Map<String, String> names) {
        return names.get(change.by()) + " 于 " + AT.withZone(clock.getZone()).format(change.at()) + " " + change.action()
                + change.fields().stream().map(MasterdataErrors::words).collect(Collectors.joining("，", "：", ""));
    }

    private static String words(ChangedField field) {
        return field.name() + "“" + field.before() + "”→“" + field.after() + "”";
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(HttpMessageNotReadableException unreadable) {
        return answer(HttpStatus.BAD_REQUEST, "提交的内容无法读取，请刷新页面后再试", Map.of(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(MissingServletRequestParameterException missing) {
        return answer(HttpStatus.BAD_REQUEST, "请求缺少参数 " + missing.getParameterName(), Map.of(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(MethodArgumentTypeMismatchException mismatch) {
        String said = "参数 %s 的值“%s”无效，请重新选择".formatted(mismatch.getName(), mismatch.getValue());
        return answer(HttpStatus.BAD_REQUEST, said, Map.of(mismatch.getName(), said), List.of());
    }

    private static ResponseEntity<Problem> answer(
            HttpStatus status, String message, Map<String, String> fields, List<Obstacle> obstacles) {
        return ResponseEntity.status(status).body(new Problem(message, fields, obstacles));
    }
}
