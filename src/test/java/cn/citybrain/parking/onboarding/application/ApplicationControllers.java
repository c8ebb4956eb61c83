package cn.citybrain.parking.onboarding.application;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.citybrain.parking.onboarding.OtherParts;
import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.application.draft.Drafts;
import cn.citybrain.parking.onboarding.application.draft.Submissions;
import cn.citybrain.parking.onboarding.application.life.Beginnings;
import cn.citybrain.parking.onboarding.application.lot.ChosenLots;
import cn.citybrain.parking.onboarding.application.profile.SubmissionsWithProfile;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RestController;

/** The controllers of this package without the login and the tasks in front of them: who asks is given. */
public final class ApplicationControllers {

    private ApplicationControllers() {}

    public static MockMvc of(ApplicationContext app, Actor actor) {
        CurrentUser user = mock(CurrentUser.class);
        when(user.current()).thenReturn(actor);
        Object[] controllers = OtherParts.of(app, Application.class)
                .with(CurrentUser.class, user)
                .with(Beginnings.class, app.getBean(Beginnings.class))
                .with(Drafts.class, app.getBean(Drafts.class))
                .with(Submissions.class, app.getBean(Submissions.class))
                .with(SubmissionsWithProfile.class, app.getBean(SubmissionsWithProfile.class))
                .with(ChosenLots.class, app.getBean(ChosenLots.class))
                .with(HeldSteps.class, EverybodysSteps.INSTANCE)
                .keeping("lotPlaces")
                .annotated(RestController.class)
                .toArray();
        return MockMvcBuilders.standaloneSetup(controllers)
                .setControllerAdvice(new ApplicationErrors())
                .setMessageConverters(new MappingJackson2HttpMessageConverter(app.getBean(ObjectMapper.class)))
                .defaultResponseCharacterEncoding(StandardCharsets.UTF_8)
                .build();
    }

    /** No process runs, so everybody has the task of every step. */
    private enum EverybodysSteps implements HeldSteps {
        INSTANCE;

        @Override
        public Optional<String> obstacle(String no, Step step, String userId) {
            return Optional.empty();
        }

        @Override
        public Optional<String> colleague(String no, Step step, String userId) {
            return Optional.empty();
        }
    }
}
