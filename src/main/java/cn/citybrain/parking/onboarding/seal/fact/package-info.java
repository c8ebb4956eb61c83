/**
 * How the chain learns which rows a transaction wrote: every statement of the application, the engine's included, passes a data source that reads the keys of what it wrote.
 * Before the commit one insert keeps them, so a row is never written without its fact, nor a fact without its row.
 */
package cn.citybrain.parking.onboarding.seal.fact;
