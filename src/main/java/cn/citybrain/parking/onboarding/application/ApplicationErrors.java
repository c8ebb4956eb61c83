package cn.citybrain.parking.onboarding.application;

import cn.citybrain.parking.onboarding.merchant.BindingRefused;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says in Chinese what went wrong, and which field it is about. */
@RestControllerAdvice(basePackageClasses = Application.class)
class ApplicationErrors {

    record Problem(String message, Map<String, String> fields) {}

    @ExceptionHandler
    ResponseEntity<Problem> on(InvalidFields e) {
        return problem(HttpStatus.BAD_REQUEST, e.getMessage(), e.fields());
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(NotAllowed e) {
        return problem(HttpStatus.FORBIDDEN, e.getMessage(), Map.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(NotThere e) {
        return problem(HttpStatus.NOT_FOUND, e.getMessage(), Map.of());
    }

    @ExceptionHandler({WrongState.class, StaleDraft.class, BindingRefused.class})
    ResponseEntity<Problem> onConflict(RuntimeException e) {
        return problem(HttpStatus.CONFLICT, e.getMessage(), Map.of());
    }

    /** A value that is no text: a form never sends one, a script might. */
    @ExceptionHandler
    ResponseEntity<Problem> on(HttpMessageNotReadableException e) {
        return e.getCause() instanceof MismatchedInputException mismatch
                ? misfit(mismatch.getPath())
                : unreadable(Map.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(HttpMediaTypeNotSupportedException e) {
        return unreadable(Map.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(MethodArgumentTypeMismatchException e) {
        return problem(HttpStatus.BAD_REQUEST, "查询条件 " + e.getName() + " 的值无效，请重新选择", Map.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(MissingServletRequestParameterException e) {
        return problem(HttpStatus.BAD_REQUEST, "请求缺少参数 " + e.getParameterName(), Map.of());
    }

    private static ResponseEntity<Problem> misfit(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .reduce((outer, inner) -> inner)
                .map(key -> unreadable(Map.of(key, "字段 " + key + " 的值不是约定的类型，应为文字")))
                .orElseGet(() -> unreadable(Map.of()));
    }

    private static ResponseEntity<Problem> unreadable(Map<String, String> fields) {
        String which = fields.values().stream().map(fault -> "：" + fault).collect(Collectors.joining());
        return problem(HttpStatus.BAD_REQUEST, "请求内容不是约定格式的 JSON，请刷新页面后重试" + which, fields);
    }

    private static ResponseEntity<Problem> problem(HttpStatus status, String message, Map<String, String> fields) {
        return ResponseEntity.status(status).body(new Problem(message, fields));
    }
}
