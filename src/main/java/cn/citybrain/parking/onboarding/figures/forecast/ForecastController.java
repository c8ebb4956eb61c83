package cn.citybrain.parking.onboarding.figures.forecast;

import cn.citybrain.parking.onboarding.access.ApplicationOwners;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** When one application will have its first live lot, for its page. */
@RestController
class ForecastController {

    private final Forecasts forecasts;
    private final ApplicationOwners owners;
    private final CurrentUser user;

    ForecastController(Forecasts forecasts, ApplicationOwners owners, CurrentUser user) {
        this.forecasts = forecasts;
        this.owners = owners;
        this.user = user;
    }

    /** 204 where nothing can be foretold; 404 also where the application is somebody else's. */
    @GetMapping("/api/applications/{no}/forecast")
    ResponseEntity<Forecast> forecast(@PathVariable String no) {
        owners.tenantOf(no)
                .filter(user.current()::sees)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "没有找到，或者您无权查看"));
        return forecasts.of(no).map(ResponseEntity::ok).orElseGet(() -> ResponseEntity.noContent()
                .build());
    }
}
