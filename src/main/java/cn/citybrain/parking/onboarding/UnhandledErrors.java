package cn.citybrain.parking.onboarding;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** What a script is told when no module has words of its own: {@code {"status": …, "message": …}}. People get a page of the access module. */
@Component
class UnhandledErrors extends DefaultErrorAttributes {

    private static final String STATUS = "status";

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        // the base class stays silent about what the options leave out, the status included
        int status = (int) super.getErrorAttributes(request, ErrorAttributeOptions.defaults())
                .get(STATUS);
        Map<String, Object> words = new LinkedHashMap<>();
        words.put(STATUS, status);
        words.put("message", message(status));
        return words;
    }

    private static String message(int status) {
        return switch (status) {
            case 401 -> "请先登录。";
            case 403 -> "您没有做这件事的权限。";
            case 404 -> "没有这个地址。";
            case 405 -> "这个地址不接受这种请求方法。";
            case 406, 415 -> "这个地址只接受和返回约定的格式。";
            default -> status < 500 ? "请求有误，没有办理。" : "系统没有完成这一步，请稍后再试；如果一直这样，请联系运营公司。";
        };
    }
}
