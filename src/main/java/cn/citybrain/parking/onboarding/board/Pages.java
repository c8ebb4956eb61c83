package cn.citybrain.parking.onboarding.board;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The addresses of our pages; each is a static page that asks the API for what the user may see. */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addViewController("/board").setViewName("forward:/onboarding/board.html");
        pages.addViewController("/accounts").setViewName("forward:/onboarding/accounts.html");
        pages.addViewController("/accounts/apply").setViewName("forward:/onboarding/apply.html");
        pages.addViewController("/applications/{no}").setViewName("forward:/onboarding/application.html");
        pages.addViewController("/lots/{bindingId}").setViewName("forward:/onboarding/lot.html");
        pages.addViewController("/lots/{bindingId}/workbench").setViewName("forward:/onboarding/workbench.html");
        pages.addViewController("/tasks/{id}").setViewName("forward:/onboarding/task.html");
        pages.addViewController("/account").setViewName("forward:/onboarding/account.html");
        pages.addViewController("/people").setViewName("forward:/onboarding/people.html");
        pages.addViewController("/people/{id}").setViewName("forward:/onboarding/person.html");
        pages.addViewController("/mails").setViewName("forward:/onboarding/mails.html");
        pages.addViewController("/holidays").setViewName("forward:/onboarding/holidays.html");
        pages.addViewController("/profile").setViewName("forward:/onboarding/profile.html");
        pages.addViewController("/help").setViewName("forward:/onboarding/help.html");
    }
}
