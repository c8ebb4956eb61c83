package cn.citybrain.parking.onboarding.audit.access;

import cn.citybrain.parking.onboarding.audit.NotOnRecord;
import cn.citybrain.parking.onboarding.audit.Unclear;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What goes wrong in the audit, in Chinese: {@code {"message": …, "fields": {…}}}. */
@RestControllerAdvice(basePackageClasses = NotOnRecord.class)
class AuditErrors {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Problem on(NotOnRecord missing) {
        return new Problem(missing.getMessage(), Map.of());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Problem on(Unclear unclear) {
        return new Problem(unclear.getMessage(), Map.of(unclear.field(), unclear.getMessage()));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Problem on(HttpMessageNotReadableException unreadable) {
        return new Problem("请求内容无法读取，请检查填写的内容", Map.of());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Problem on(MethodArgumentTypeMismatchException mismatch) {
        boolean address = mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
        String said = (address ? "地址中的 %s “%s”无效，请从审计页面重新打开" : "查询条件 %s 的值“%s”无效，请重新选择")
                .formatted(mismatch.getName(), mismatch.getValue());
        return new Problem(said, Map.of(mismatch.getName(), said));
    }

    record Problem(String message, Map<String, String> fields) {}
}
