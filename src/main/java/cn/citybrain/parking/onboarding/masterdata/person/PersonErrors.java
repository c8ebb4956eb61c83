package cn.citybrain.parking.onboarding.masterdata.person;

import cn.citybrain.parking.onboarding.access.account.AccountProblem;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What goes wrong with people, in Chinese: {@code {"message": …, "fields": {…}}}. */
@RestControllerAdvice(basePackageClasses = PersonErrors.class)
class PersonErrors {

    @ExceptionHandler
    ResponseEntity<Problem> on(AccountProblem problem) {
        if (problem instanceof AccountProblem.Invalid invalid) {
            return answer(HttpStatus.BAD_REQUEST, invalid, invalid.fields());
        }
        HttpStatus status = problem instanceof AccountProblem.NotYours
                ? HttpStatus.FORBIDDEN
                : problem instanceof AccountProblem.Outdated ? HttpStatus.CONFLICT : HttpStatus.NOT_FOUND;
        return answer(status, problem, Map.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(HttpMessageNotReadableException unreadable) {
        return ResponseEntity.badRequest().body(new Problem("提交的内容无法读取，请刷新页面后再试。", Map.of()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(MethodArgumentTypeMismatchException mismatch) {
        String said = "查询条件 %s 的值“%s”无效，请重新选择。".formatted(mismatch.getName(), mismatch.getValue());
        return ResponseEntity.badRequest().body(new Problem(said, Map.of(mismatch.getName(), said)));
    }

    private static ResponseEntity<Problem> answer(
            HttpStatus status, AccountProblem problem, Map<String, String> fields) {
        return ResponseEntity.status(status).body(new Problem(problem.getMessage(), fields));
    }

    record Problem(String message, Map<String, String> fields) {}
}
