package cn.citybrain.parking.onboarding.figures.overview;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The address of the page; it asks the API for what the user may see. */
@Configuration(proxyBeanMethods = false)
class OverviewPage implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addViewController("/overview").setViewName("forward:/onboarding/overview.html");
    }
}
