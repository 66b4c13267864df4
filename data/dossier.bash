# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Completion of dossier's commands, their options and what these take.

_dossier_options () {
  # What a command says of itself names its options, so they stand in one place.
  local line
  while read -r line; do
    [[ $line =~ (--[a-z-]+)(=[A-Z]|=) ]] && echo "${BASH_REMATCH[1]}="
    [[ $line =~ (--[a-z-]+)([[:space:]]|$) ]] && echo "${BASH_REMATCH[1]}"
  done < <("$1" "${@:2}" --help 2> /dev/null)
}

_dossier_files () {
  local kinds=$1
  compopt -o filenames 2> /dev/null || true
  mapfile -t COMPREPLY < <(compgen -d -- "$cur" || true; compgen -f -X "!*.@($kinds)" -- "$cur")
}

_dossier () {
  local commands="check convert date query render" documents="dossier|dossierl|json|jsonl"
  local cur=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]:-}
  local was_extglob
  was_extglob=$(shopt -p extglob || true)
  shopt -s extglob

  # "=" is a word of its own in bash.
  [ "$cur" != "=" ] || cur=
  [ "$previous" != "=" ] || previous=${COMP_WORDS[COMP_CWORD-2]:-}

  COMPREPLY=()
  case $previous in
    --view) mapfile -t COMPREPLY < <(compgen -W "timeline map matrix question story" -- "$cur") ;;
    --lanes) mapfile -t COMPREPLY < <(compgen -W "kind actor place status source" -- "$cur") ;;
    --size) mapfile -t COMPREPLY < <(compgen -W "1440x900 1920x1080 3840x2160" -- "$cur") ;;
    -o | --output) _dossier_files "png|svg|pdf" ;;
    *)
      if [ "$COMP_CWORD" = 1 ] && [[ $cur != -* ]]; then
        _dossier_files "$documents"
        mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -W "$commands" -- "$cur")
      elif [[ $cur == -* ]]; then
        [[ " $commands " == *" $command "* ]] || command=
        mapfile -t COMPREPLY < <(compgen -W "$(_dossier_options "${COMP_WORDS[0]}" ${command:+"$command"})" -- "$cur")
        [[ ${COMPREPLY[0]:-} != *= ]] || compopt -o nospace 2> /dev/null || true
      elif [ "$command" = convert ] && [ "$COMP_CWORD" -gt 2 ]; then
        _dossier_files "dossier|dossierl|json|jsonl|graphml|gexf|csv|bib|txt"
      elif [ "$command" != date ]; then
        _dossier_files "$documents"
      fi
      ;;
  esac

  $was_extglob
}

complete -F _dossier dossier
