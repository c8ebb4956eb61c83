/**
 * The demo: starts the product beside the simulators, and keeps its invented companies, lots and people. Part of the demo
 * jar only; it uses the product as an operating company would, and nobody uses it.
 */
@ApplicationModule(allowedDependencies = {"access", "access :: services", "masterdata :: services", "simulator"})
package cn.citybrain.parking.onboarding.demo;

import org.springframework.modulith.ApplicationModule;
