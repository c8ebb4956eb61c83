package cn.citybrain.parking.onboarding.document;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Files that are so big that the server cuts them off before any controller sees them. The field is known from the address:
 * the form itself was not read.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class OversizedUpload {

    private final PaperRules rules;

    OversizedUpload(PaperRules rules) {
        this.rules = rules;
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Map<String, Object> on(MaxUploadSizeExceededException e, HttpServletRequest request) {
        String message = "文件超过上限 %d MB，请压缩后重新上传".formatted(rules.maxSize().toMegabytes());
        return Map.of(
                "message",
                message,
                "fields",
                field(request).map(key -> Map.of(key, message)).orElse(Map.of()));
    }

    private static Optional<String> field(HttpServletRequest request) {
        return Optional.ofNullable(ServletUriComponentsBuilder.fromRequest(request)
                .build()
                .getQueryParams()
                .getFirst("field"));
    }
}
