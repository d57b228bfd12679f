@echo off
rem Checks everything: format, build without warnings, every test, the documents. The last line is 'N passed, N failed, N skipped'.
setlocal
cd /d "%~dp0"
set "DOTNET_CLI_TELEMETRY_OPTOUT=1"
set "results=artifacts\test-results"
set "broken=0"
dotnet --list-sdks 2>nul | findstr /b "10." >nul
if errorlevel 1 (
  echo test: missing: the .NET 10 SDK. Install it from https://dotnet.microsoft.com/download/dotnet/10.0 1>&2
  set "broken=1"
  goto finish
)
if exist "%results%" rmdir /s /q "%results%"
mkdir "%results%"
echo == format
dotnet format whitespace . --folder --verify-no-changes --exclude artifacts
if errorlevel 1 (
  set "broken=1"
  goto finish
)
echo == build
dotnet build Fulcrum.slnx -c Release -v q -nologo -clp:ErrorsOnly
if errorlevel 1 (
  set "broken=1"
  goto finish
)
for /d %%P in (tests\*) do call :tests %%~nxP
goto finish

:tests
echo == %1
"artifacts\bin\%1\release\%1.exe" -noLogo -noColor -xml "%results%\%1.xml"
if not exist "%results%\%1.xml" set /a broken+=1
exit /b 0

:finish
powershell -NoProfile -Command "$p = 0; $f = [int]$env:broken; $s = 0; Get-ChildItem -Path $env:results -Filter *.xml -ErrorAction SilentlyContinue | ForEach-Object { foreach ($a in ([xml](Get-Content -LiteralPath $_.FullName -Raw)).assemblies.assembly) { $p += [int]$a.passed; $f += [int]$a.failed + [int]$a.errors; $s += [int]$a.skipped } }; Write-Output \"$p passed, $f failed, $s skipped\"; if ($f -gt 0 -or $p -eq 0) { exit 1 }"
exit /b %errorlevel%
