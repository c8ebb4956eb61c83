package cn.citybrain.parking.onboarding.masterdata.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The addresses of the pages; each is a static page that asks the API for what the user may see. */
@Configuration(proxyBeanMethods = false)
class MasterdataPages implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addViewController("/masterdata").setViewName("forward:/onboarding/masterdata.html");
        pages.addViewController("/masterdata/import").setViewName("forward:/onboarding/import.html");
        for (String kind : new String[] {"companies", "lots", "vendors"}) {
            pages.addViewController("/masterdata/" + kind + "/{id}")
                    .setViewName("forward:/onboarding/masterdata-record.html");
        }
    }
}
