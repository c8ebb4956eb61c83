package cn.citybrain.parking.onboarding.document;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/**
 * Uploads in which there is no file, though they say so: a broken body, or a name (with quotation marks in it) that makes the
 * container take the file for a field. Spring holds the second for an error of ours.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class FilelessUpload {

    /** The field is known from the address: of the form itself nothing can be read. */
    private static final Pattern QUERY = Pattern.compile("(?:^|&)field=(\\w+)");

    private static final String SENTENCE = "没有收到文件，请重新选择后上传；文件名中不要有引号";

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> on(MultipartException broken, HttpServletRequest request) {
        return refused(request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> on(MissingServletRequestPartException nothing, HttpServletRequest request) {
        return refused(request);
    }

    /** @throws MethodArgumentConversionNotSupportedException again, where it is about something else */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> on(
            MethodArgumentConversionNotSupportedException field, HttpServletRequest request) {
        if (field.getRequiredType() != MultipartFile.class) {
            throw field;
        }
        return refused(request);
    }

    private static ResponseEntity<Map<String, Object>> refused(HttpServletRequest request) {
        String field = QUERY.matcher(Objects.requireNonNullElse(request.getQueryString(), ""))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
        return ResponseEntity.status(HttpStatus.BAD_REQUEST)
                .body(Map.of("message", SENTENCE, "fields", field.isBlank() ? Map.of() : Map.of(field, SENTENCE)));
    }
}
