package cn.citybrain.parking.onboarding.access.recovery;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** What a person reads in place of a page that cannot be shown. Scripts are told in JSON. */
@Component
class ErrorPages implements ErrorViewResolver {

    private final Template page;

    ErrorPages(Templates templates) {
        this.page = templates.of("access/error.html");
    }

    private record Words(String title, String advice) {

        static Words of(HttpStatus status) {
            return switch (status) {
                case FORBIDDEN -> new Words("您不能打开这个页面", "您的账号没有打开这个页面的权限。如果工作需要，请联系系统管理员。");
                case NOT_FOUND -> new Words("没有这个页面", "地址可能写错了，或者页面已经不在。请从首页重新进入。");
                default ->
                    status.is5xxServerError()
                            ? new Words("系统没能完成这一步", "已经保存的内容没有丢。请稍后再试；如果一直这样，请联系系统管理员，并告知发生的时间。")
                            : new Words("这个页面打不开", "请求的地址或内容不正确。请从首页重新进入；如果是从邮件里的链接来的，请把链接完整地复制到地址栏。");
            };
        }
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        Words words = Words.of(status);
        ResponseEntity<String> said = page.page(status, Map.of("title", words.title(), "advice", words.advice()));
        View view = (ignored, asked, response) -> {
            response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
            response.getWriter().write(said.getBody());
        };
        return new ModelAndView(view);
    }
}
