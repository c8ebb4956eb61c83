/**
 * A parking lot's own system: enters and leaves vehicles, takes photos, and reports them over the City Brain interface
 * as known clients do. Its envelope is written from the protocol alone: it shares no code with the platform's.
 */
package cn.citybrain.parking.onboarding.simulator.lot;
