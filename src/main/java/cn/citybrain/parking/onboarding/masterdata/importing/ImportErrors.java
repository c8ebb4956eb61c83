package cn.citybrain.parking.onboarding.masterdata.importing;

import cn.citybrain.parking.onboarding.masterdata.sheet.SheetRefused;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What goes wrong with imports and exports, in Chinese: {@code {"message": …, "fields": {…}}}. */
@RestControllerAdvice(basePackageClasses = ImportErrors.class)
class ImportErrors {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Problem on(SheetRefused refused) {
        return new Problem(refused.getMessage(), Map.of("file", refused.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(ImportRefused refused) {
        return ResponseEntity.status(refused.status()).body(new Problem(refused.getMessage(), Map.of()));
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, MissingServletRequestParameterException.class})
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Problem onUnreadable() {
        return new Problem("请求内容无法读取，请从“导入”页重新操作", Map.of());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Problem on(MethodArgumentTypeMismatchException mismatch) {
        String said = "查询条件 %s 的值“%s”无效，请重新选择".formatted(mismatch.getName(), mismatch.getValue());
        return new Problem(said, Map.of(mismatch.getName(), said));
    }

    record Problem(String message, Map<String, String> fields) {}
}
