#!/usr/bin/env bash
# Turns a clone of this repository into one that runs on Operaton, the fork of Camunda 7 (tried with 1.0.3).
#   src/docs/operaton/rename.sh DIR    DIR: the clone; it must have no changes of its own
# Names alone change: packages, artifacts, properties, addresses, the namespace of the models. What differs otherwise is
# listed in README.md beside this script.
set -euo pipefail

dir=${1:?usage: rename.sh DIR}
version=${OPERATON_VERSION:-1.0.3}
cd "$dir"
if [ -n "$(git status --porcelain)" ]; then
  echo "$dir has changes of its own: commit them first" >&2
  exit 1
fi

# migrations have run on databases: they stay as they are, to the letter
mapfile -t files < <(git grep -ilI camunda -- . ':!src/main/resources/db' ':!src/docs/operaton')
sed -i -e 's/camunda/operaton/g; s/Camunda/Operaton/g; s/CAMUNDA/OPERATON/g' "${files[@]}"
sed -i -e "s|<operaton.version>[^<]*<|<operaton.version>$version<|" pom.xml

# folders and files with the name in their path, deepest first
git ls-files | grep -i camunda | grep -v -e '^src/docs/operaton/' -e '^src/main/resources/db/' | while read -r file; do
  to=$(sed -e 's/camunda/operaton/g; s/Camunda/Operaton/g' <<<"$file")
  mkdir -p "$(dirname "$to")"
  git mv "$file" "$to"
done
# the one class whose parent differs: there it is given the settings by its constructor
deployment=src/main/java/cn/citybrain/parking/onboarding/process/upgrade/PlainNameDeployment.java
sed -i -e '/^class PlainNameDeployment /a\
\
    PlainNameDeployment(org.operaton.bpm.spring.boot.starter.property.OperatonBpmProperties settings) {\
        super(settings);\
    }' "$deployment"
echo "renamed: ${#files[@]} files name Operaton $version now"
