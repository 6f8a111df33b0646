/**
 * The commands: parameters in, one façade call, outputs. Labels and parameter
 * names are the macro API, see {@code docs/macro-api.md}.
 */
package io.github.janusfiji.command;
