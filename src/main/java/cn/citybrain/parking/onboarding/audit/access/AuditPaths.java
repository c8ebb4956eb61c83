package cn.citybrain.parking.onboarding.audit.access;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts {@link Auditors} before every address of the audit. */
@Configuration
class AuditPaths implements WebMvcConfigurer {

    private final Auditors auditors;

    AuditPaths(Auditors auditors) {
        this.auditors = auditors;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(auditors).addPathPatterns("/api/audit", "/api/audit/**");
    }
}
