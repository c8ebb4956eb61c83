package cn.citybrain.parking.onboarding.access.absence;

import cn.citybrain.parking.onboarding.access.account.AccountProblem;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What was refused, in Chinese: {@code {"message": …, "fields": {…}}}. */
@RestControllerAdvice(basePackageClasses = StandInErrors.class)
class StandInErrors {

    record Problem(String message, Map<String, String> fields) {}

    @ExceptionHandler
    ResponseEntity<Problem> on(AccountProblem problem) {
        if (problem instanceof AccountProblem.Invalid invalid) {
            return answer(HttpStatus.BAD_REQUEST, invalid.getMessage(), invalid.fields());
        }
        boolean notTheirs = problem instanceof AccountProblem.NotYours;
        return answer(notTheirs ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND, problem.getMessage(), Map.of());
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<Problem> unreadable() {
        return answer(HttpStatus.BAD_REQUEST, "提交的内容无法读取，请刷新页面后再试。", Map.of());
    }

    private static ResponseEntity<Problem> answer(HttpStatus status, String message, Map<String, String> fields) {
        return ResponseEntity.status(status).body(new Problem(message, fields));
    }
}
