/**
 * Where processes stand: open tasks, awaited words, acts under way and what is stopped, of a whole list of applications and
 * lots at once. Reads the engine's tables and the models, changes nothing.
 */
package cn.citybrain.parking.onboarding.process.standing;
